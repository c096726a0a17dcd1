package io.understudy.e2e.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.Host;
import java.nio.file.Path;

/** Asks the product how many records a node's journal holds. */
final class JournalRecords {
  /** Directory of the journal, in the directory of its node. */
  static final String DIRECTORY = "journal";

  private JournalRecords() {}

  /** The number of records; -1 if the journal cannot be read. */
  static long count(Host node, Jdk jdk, Path agentJar) {
    Path journal = node.directory().resolve(DIRECTORY);
    Command.Result result =
        Command.of(
                jdk.java(),
                "-jar",
                agentJar.toString(),
                "journal",
                "stats",
                "--json",
                journal.toString())
            .attempt("");
    return records(result.output());
  }

  static long records(String output) {
    try {
      int begin = output.indexOf('{');
      JsonNode json = new ObjectMapper().readTree(begin < 0 ? "" : output.substring(begin));
      return json.path("records").asLong(-1);
    } catch (JsonProcessingException e) {
      return -1;
    }
  }
}
