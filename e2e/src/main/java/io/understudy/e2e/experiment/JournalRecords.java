package io.understudy.e2e.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import java.nio.file.Path;

/** Asks the product what a journal holds. */
public final class JournalRecords {
  /** Directory of the journal, in the directory of its node. */
  public static final String DIRECTORY = "journal";

  private JournalRecords() {}

  /** The number of records of a node; -1 if the journal cannot be read. */
  static long count(Host node, Jdk jdk, Path agentJar) {
    return records(output(node.directory().resolve(DIRECTORY), jdk, agentJar));
  }

  /** What {@code journal stats --json} says; missing if the journal cannot be read. */
  public static JsonNode stats(Path journal, Jdk jdk, Path agentJar) {
    return json(output(journal, jdk, agentJar));
  }

  private static String output(Path journal, Jdk jdk, Path agentJar) {
    return Command.of(
            jdk.java(),
            "-jar",
            agentJar.toString(),
            "journal",
            "stats",
            "--json",
            journal.toString())
        .attempt("")
        .output();
  }

  static long records(String output) {
    return json(output).path("records").asLong(-1);
  }

  private static JsonNode json(String output) {
    try {
      int begin = output.indexOf('{');
      return new ObjectMapper().readTree(begin < 0 ? "" : output.substring(begin));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
