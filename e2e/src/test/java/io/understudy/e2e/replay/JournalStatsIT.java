package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import io.understudy.testkit.Jdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code journal stats} finds each record that was written, by kind and by native. */
class JournalStatsIT extends ProgramTest {
  private Ended record(String name) throws InterruptedException {
    Programs.Program program =
        programs.all().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Ended recorded =
        AgentJvm.brief(directory, programs.classes(), "role=record,journal=j")
            .arguments(program.withSeed(3))
            .run("record");
    assertThat(recorded.exit()).as(recorded.err()).isEqualTo(program.exit());
    return recorded;
  }

  private Ended stats(Jdk jdk, String... options) throws InterruptedException {
    return new ForkedJvm(directory)
        .jdk(jdk)
        .arguments("-jar", AgentJvm.jar().toString(), "journal", "stats", "j")
        .arguments(options)
        .run("stats");
  }

  private static long sum(JsonNode counts, String column) {
    long sum = 0;
    for (JsonNode each : counts) {
      sum += each.path(column).asLong();
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"Environment", "Datagrams", "Selectors", "SendErrors", "SecureRandoms"})
  void countsEachRecord(String program) throws Exception {
    Ended recorded = record(program);
    Ended ended = stats(Jdk.running(), "--json");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    JsonNode stats = new ObjectMapper().readTree(ended.out());
    assertThat(recorded.err())
        .contains("recorded " + stats.path("records").asLong() + " records, ")
        .contains(" " + stats.path("log_bytes").asLong() + " bytes");
    JsonNode kinds = stats.path("kinds");
    assertThat(sum(kinds, "records")).isEqualTo(stats.path("records").asLong());
    assertThat(sum(kinds, "bytes")).isEqualTo(stats.path("log_bytes").asLong());
    long ofNatives = 0;
    for (String kind : new String[] {"CALL", "THROW", "OUTPUT", "INITIALISER"}) {
      ofNatives += kinds.path(kind).path("records").asLong();
    }
    assertThat(sum(stats.path("natives"), "records")).isEqualTo(ofNatives).isPositive();
  }

  @Test
  void namesNatives() throws Exception {
    record("Environment");
    assertThat(stats(Jdk.running()).out())
        .containsPattern("java/lang/Runtime#freeMemory +50 records")
        .containsPattern("EXIT +1 records");
  }

  @Test
  void theRecordsOfAnotherJdkAreNotGuessed() throws Exception {
    record("Environment");
    Ended ended = stats(Jdk.other());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("log_bytes ", "records unknown\n").doesNotContain("CALL");
    assertThat(ended.err())
        .contains("records are not counted: jdk differs: recorded ", "run the command with");
  }
}
