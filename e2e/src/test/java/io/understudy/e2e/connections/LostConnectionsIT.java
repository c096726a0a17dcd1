package io.understudy.e2e.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.e2e.lab.EnclosedProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TCP and TLS connections that are open when the primary dies, in every way a server holds them.
 */
class LostConnectionsIT {
  private static final Path SOURCES = Path.of("src", "servers", "connections");

  @TempDir private Path directory;

  @Test
  void areResetForTheServerAndNewOnesAreServedAtOnce() throws IOException {
    Path classes = directory.resolve("classes");
    List<String> javac = new ArrayList<>(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.list(SOURCES)) {
      files.map(Path::toString).forEach(javac::add);
    }
    javac.add(Path.of("src", "programs", "TestKey.java").toString());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, javac.toArray(String[]::new)))
        .isZero();
    Path agent = Path.of("..", "javaagent", "target", "understudy.jar").toAbsolutePath();
    String output =
        EnclosedProbe.run(
            LostConnectionsProbe.class,
            directory.resolve("lab").toString(),
            agent.normalize().toString(),
            classes.toString());

    String seen =
        "threads open=0 reset=6 failed=0;selector open=0 reset=6 failed=0;"
            + "async open=0 reset=6 failed=0;tls-threads open=0 reset=6 failed=0;"
            + "tls-selector open=0 reset=6 failed=0;client open=2 reset=2 failed=0;";
    assertThat(output.lines().filter(line -> line.startsWith(seen)).distinct())
        .as(output)
        .hasSize(1); // at once, and unchanged by those served later: so many threads, too
    assertThat(output.lines())
        .contains(
            "same descriptors true",
            "managed descriptors back true",
            "more descriptors 0",
            "divergences false")
        .anyMatch(line -> line.contains(";writers open=0 reset=6 failed=0;threads "))
        .anyMatch(line -> line.contains("; 38 connections of the old primary are reset;"));
  }
}
