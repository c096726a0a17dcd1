package io.understudy.e2e.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command of a server with places to fill in: {@code @AGENT@} (a word of its own),
 * {@code @VIP@}, {@code @PORT@}, {@code @CLUSTER1@}, {@code @CLUSTER2@}. It is split at blanks;
 * single and double quotes keep blanks, as in a shell. Files named relative to the user's directory
 * are made absolute, since the server runs in a directory of its node.
 */
public final class ServerCommand {
  private static final String AGENT = "@AGENT@";

  private final List<String> template;
  private final Path userDirectory;

  /**
   * @throws IllegalArgumentException if the command is empty, has an open quote, or no place for
   *     the agent
   */
  public ServerCommand(String command, Path userDirectory) {
    this.template = split(command);
    this.userDirectory = userDirectory;
    if (!template.contains(AGENT)) {
      throw new IllegalArgumentException(
          "the server's command has no word "
              + AGENT
              + "; the server would run unprotected; write it right after `java`");
    }
  }

  /**
   * The words of the command.
   *
   * @param jdk whose {@code java} is meant by a first word {@code java}
   * @param agentFlag what stands for {@code @AGENT@}; empty for a bare server
   * @param service places and values, as {@code @VIP@} and an address
   */
  public List<String> words(Jdk jdk, String agentFlag, Map<String, String> service) {
    List<String> words = new ArrayList<>();
    for (String word : template) {
      if (!word.equals(AGENT)) {
        String filled = word;
        for (var place : service.entrySet()) {
          filled = filled.replace(place.getKey(), place.getValue());
        }
        words.add(absolute(filled));
      } else if (!agentFlag.isEmpty()) {
        words.add(agentFlag);
      }
    }
    if (words.get(0).equals("java")) {
      words.set(0, jdk.java());
    }
    return words;
  }

  private String absolute(String word) {
    if (word.indexOf(':') > 0 && word.indexOf('/') != 0) {
      List<String> entries = Arrays.asList(word.split(":", -1));
      if (entries.stream().anyMatch(entry -> isFile(entry))) {
        return entries.stream().map(this::absoluteFile).collect(Collectors.joining(":"));
      }
    }
    return absoluteFile(word);
  }

  private String absoluteFile(String word) {
    return isFile(word) ? userDirectory.resolve(word).toString() : word;
  }

  private boolean isFile(String word) {
    boolean name = !word.isBlank() && !word.startsWith("-") && word.indexOf('\0') < 0;
    return name && !word.equals("java") && Files.exists(userDirectory.resolve(word));
  }

  static List<String> split(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote == 0 && Character.isWhitespace(c)) {
        if (word != null) {
          words.add(word.toString());
          word = null;
        }
        continue;
      }
      word = word == null ? new StringBuilder() : word;
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("the server's command has an open quote: " + command);
    }
    if (word != null) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new IllegalArgumentException("the server's command is empty");
    }
    return words;
  }
}
