package downbeat.web.http.resource;

import downbeat.web.asset.PopUpPicture;
import java.util.List;

/** A picture of a pop-up, with what a page needs to leave room for it before it is there. */
record PictureJson(String hash, String alt, String url, int width, int height, SmallJson small) {

    /** The same for cards and narrow screens. */
    record SmallJson(String url, int width, int height) {}

    static PictureJson of(PopUpPicture picture) {
        var large = picture.large();
        var small = picture.small();
        return new PictureJson(
                picture.hash(),
                picture.alt(),
                large.url(),
                large.width(),
                large.height(),
                new SmallJson(small.url(), small.width(), small.height()));
    }

    static List<PictureJson> of(List<PopUpPicture> pictures) {
        return pictures.stream().map(PictureJson::of).toList();
    }
}
