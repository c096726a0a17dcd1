package demo.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private static final Endpoint A = new Endpoint("a", 1);
  private static final Endpoint B = new Endpoint("b", 2);

  private static List<String> describe(Cluster cluster) {
    List<String> lines = new ArrayList<>();
    cluster.describe(lines);
    return lines;
  }

  @Test
  void spreadsCallsEvenly() {
    Cluster cluster = new Cluster(List.of(A, B));
    for (int i = 0; i < 10; i++) {
      cluster.acquire();
    }
    assertThat(describe(cluster)).containsExactlyInAnyOrder("node a:1 open=5", "node b:2 open=5");
  }

  @Test
  void prefersTheNodeThatWasGivenBack() {
    Cluster cluster = new Cluster(List.of(A, B));
    Cluster.Node first = cluster.acquire();
    cluster.acquire();
    cluster.release(first);
    assertThat(cluster.acquire()).isSameAs(first);
  }
}
