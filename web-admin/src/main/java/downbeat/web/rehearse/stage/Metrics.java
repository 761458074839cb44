package downbeat.web.rehearse.stage;

import java.util.OptionalDouble;

/** A few figures out of a Prometheus page. */
public record Metrics(OptionalDouble heapBytes, OptionalDouble cpuSeconds) {
    public static Metrics of(String page) {
        OptionalDouble heap = sum(page, "jvm_memory_used_bytes", "area=\"heap\"");
        OptionalDouble nanos = sum(page, "process_cpu_time_ns_total", "");
        return new Metrics(heap, nanos.isPresent() ? OptionalDouble.of(nanos.getAsDouble() / 1e9) : nanos);
    }

    /** Adds up every sample of a family that carries the label. */
    private static OptionalDouble sum(String page, String family, String label) {
        double[] values = page.lines()
                .filter(line -> line.startsWith(family + "{") || line.startsWith(family + " "))
                .filter(line -> line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(total);
    }
}
