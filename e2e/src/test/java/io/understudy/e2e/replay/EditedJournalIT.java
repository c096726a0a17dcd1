package io.understudy.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.testkit.Ended;
import io.understudy.testkit.ForkedJvm;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A journal that was changed: the replay diverges, and the tools lead to the place. */
class EditedJournalIT extends ProgramTest {
  private static final String PROGRAM = "Datagrams";
  private static final int SOCKADDR = 28;
  private static final byte[] NONE = {};

  @BeforeEach
  void record() throws InterruptedException {
    Ended recorded = run("role=record,journal=j", "record");
    assertThat(recorded.exit()).as(recorded.err()).isZero();
  }

  private Ended run(String options, String name) throws InterruptedException {
    return AgentJvm.brief(directory, programs.classes(), options).arguments(PROGRAM, "1").run(name);
  }

  private Ended journal(String... words) throws InterruptedException {
    return new ForkedJvm(directory)
        .arguments("-jar", AgentJvm.jar().toString(), "journal")
        .arguments(words)
        .run("journal");
  }

  /** Some record of a native in the middle of the log, and the one behind it. */
  private List<JsonNode> records(String method) throws Exception {
    Ended shown = journal("show", "j", "--native", method, "--count", "200", "--json", "--payload");
    assertThat(shown.exit()).as(shown.err()).isZero();
    List<JsonNode> records = new ArrayList<>();
    for (String line : shown.out().lines().toList()) {
      records.add(new ObjectMapper().readTree(line));
    }
    assertThat(records).hasSizeGreaterThan(100);
    return records.subList(100, records.size());
  }

  @Test
  void aFlippedBitInAnInput() throws Exception {
    JsonNode input =
        records("receive0").stream()
            .filter(r -> r.get("fields").get(0).get("value").asText().equals("3"))
            // a question, which is answered; what a client does with an answer sends nothing
            .filter(r -> r.get("fields").get(1).get("hex").asText().endsWith("00"))
            .findFirst()
            .orElseThrow();
    byte[] question = HexFormat.of().parseHex(input.get("fields").get(1).get("hex").asText());
    long position = input.get("position").asLong();
    // behind the question stand the length and the bytes of the sender's address
    long payload = position + input.get("length").asLong() - SOCKADDR - 1 - question.length;
    byte[] other = {question[0], (byte) (question[1] ^ 4), question[2]};
    EditedJournal.write(
        directory.resolve("j"),
        directory.resolve("edited"),
        new EditedJournal.Edit(payload, payload + 3, other));

    Ended diff = journal("diff", "j", "edited");
    assertThat(diff.exit()).as(diff.err()).isEqualTo(3);
    assertThat(diff.out())
        .contains("the first difference is in the record at position " + position)
        .contains("receive0");

    Ended replayed = run("role=replay,journal=edited", "replay");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(70);
    assertThat(replayed.err())
        .containsPattern("DIVERGED at position \\d+, record \\d+, thread #\\d")
        .containsPattern("expected by the program: output .*send0 on descriptor \\d+, 3 bytes")
        .containsPattern("code of this node: +Datagrams\\.lambda\\$main\\$0\\(Datagrams.java:\\d+");
    String at = replayed.err().replaceAll("(?s).*DIVERGED at position (\\d+),.*", "$1");
    assertThat(Long.parseLong(at)).isBetween(position + 1, position + 500);

    Ended around = journal("show", "edited", "--around", at, "--count", "3");
    assertThat(around.out()).containsPattern("> +" + at + " +\\d+ +#\\d+ +OUTPUT .*send0");

    Ended stopped = run("role=replay,journal=j,until=" + at, "until");
    assertThat(stopped.exit()).as(stopped.err()).isZero();
    assertThat(stopped.err())
        .contains("stopped at position " + at + ", record ")
        .containsPattern("code: +Datagrams\\.lambda\\$main\\$0\\(Datagrams.java:\\d+")
        .contains("stack of #1 \"main\", joining")
        .contains(" records, 0 divergences");
  }

  @Test
  void aMissingRecord() throws Exception {
    JsonNode output = records("send0").get(0);
    long position = output.get("position").asLong();
    EditedJournal.write(
        directory.resolve("j"),
        directory.resolve("edited"),
        new EditedJournal.Edit(position, position + output.get("length").asLong(), NONE));
    Ended diff = journal("diff", "j", "edited");
    assertThat(diff.exit()).as(diff.err()).isEqualTo(3);
    assertThat(diff.out()).contains("the record at position " + position);
    Ended replayed = run("role=replay,journal=edited", "replay");
    assertThat(replayed.exit()).as(replayed.err()).isEqualTo(70);
    assertThat(replayed.err())
        .contains("DIVERGED at position " + position + ", ")
        .contains("expected by the program: OUTPUT")
        .contains("Datagrams.java:");
  }
}
