package downbeat.discovery.bench;

import downbeat.discovery.index.Entry;
import downbeat.kernel.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.MMapDirectory;

/** The nearest twenty by Lucene's k-d tree, whatever else is true of them; one segment, in the page cache. */
final class LuceneSearcher implements Searcher {
    private final MMapDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneSearcher(List<Entry> entries) throws IOException {
        directory = new MMapDirectory(Files.createTempDirectory("downbeat-lucene"));
        try (var writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(256))) {
            for (var entry : entries) {
                var point = entry.point().orElseThrow();
                var document = new Document();
                document.add(new LatLonPoint("point", point.latitude(), point.longitude()));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    @Override
    public String name() {
        return "Lucene, nearest 20";
    }

    @Override
    public int search(GeoPoint point) throws IOException {
        return LatLonPoint.nearest(searcher, "point", point.latitude(), point.longitude(), 20).scoreDocs.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
