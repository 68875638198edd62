package dev.readygate.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The claims of {@code ./readygate tour} are true. */
@ExtendWith(ClusterExtension.class)
class TourIT {
    @Test
    void everythingHappensAsTold(Cluster cluster) {
        assertThat(Tour.play(cluster, System.out)).isTrue();
    }
}
