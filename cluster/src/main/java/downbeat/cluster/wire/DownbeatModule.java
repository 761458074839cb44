package downbeat.cluster.wire;

import com.fasterxml.jackson.databind.module.SimpleModule;
import downbeat.kernel.Cell;

/**
 * Teaches Jackson the domain's own types, so that the domain carries no annotations:
 *
 * <ul>
 *   <li>a sealed type is written with {@code "type"}, the simple name of the record;
 *   <li>an id is its plain string, a cell its hexadecimal index, both also as keys of maps;
 *   <li>of a type of Downbeat only the components count, not its other methods.
 * </ul>
 */
public final class DownbeatModule extends SimpleModule {

    public DownbeatModule() {
        super("downbeat");
        addSerializer(new CellJson.Writer());
        addDeserializer(Cell.class, new CellJson.Reader());
        addKeySerializer(Cell.class, new TextKeyWriter());
        addKeyDeserializer(Cell.class, new CellJson.KeyReader());
        addSerializer(new IdJson.Writer());
        addKeySerializer(downbeat.kernel.Id.class, new IdJson.KeyWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdJson.Readers());
        context.addKeyDeserializers(new IdJson.KeyReaders());
        context.insertAnnotationIntrospector(new SealedTypes());
    }
}
