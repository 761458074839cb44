package downbeat.web.rehearse.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void adds_up_the_heap_and_reads_the_processor_time() {
        Metrics metrics = Metrics.of("""
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden"} 1.0E6
                jvm_memory_used_bytes{area="heap",id="Old"} 2000000
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 9.0E9
                process_cpu_time_ns_total 2.5E9
                """);
        assertThat(metrics.heapBytes()).hasValue(3_000_000);
        assertThat(metrics.cpuSeconds()).hasValue(2.5);
    }

    @Test
    void says_nothing_of_what_a_page_lacks() {
        Metrics metrics = Metrics.of("up 1\n");
        assertThat(metrics.heapBytes()).isEmpty();
        assertThat(metrics.cpuSeconds()).isEmpty();
    }
}
