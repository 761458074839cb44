package downbeat.web.asset;

import java.util.List;

/**
 * What a class has, in the order in which devices should fetch it: by the moment it is needed.
 *
 * @param rev rises with every change; 0 for a class that never had an asset
 */
public record AssetList(long rev, List<Asset> assets) {
    public AssetList {
        assets = List.copyOf(assets);
    }
}
