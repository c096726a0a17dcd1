package io.understudy.agent.option;

import io.understudy.agent.StartRefused;
import java.io.File;
import java.util.List;
import java.util.Properties;

/**
 * The options of this JVM, checked. See {@link Option} for their meaning.
 *
 * @param listen null if not given
 * @param peer null but for a backup and {@code auto}
 * @param waitSeconds how long a backup looks for its primary, at least 1
 * @param journal directory as given, relative to the start directory; null only for {@code off}
 * @param netctl path of a unix socket; null if not given
 * @param batch receives per grant, at least 1
 * @param input paths of files that are the primary's alone; may be empty
 * @param output the same of files that are written
 * @param libraries names or paths of the server's native libraries; may be empty
 * @param table file with a table of natives that replaces the product's; null if not given
 * @param cache directory of woven classes; null if not given
 * @param sites whether the primary notes where the program is at each record
 * @param until log position before which a replay stops; {@link Long#MAX_VALUE} if not given
 */
public record AgentOptions(
    Role role,
    Endpoint listen,
    Endpoint peer,
    int waitSeconds,
    String journal,
    String netctl,
    Commit commit,
    boolean insecure,
    String name,
    String cluster,
    int batch,
    List<String> input,
    List<String> output,
    List<String> libraries,
    String table,
    String cache,
    boolean sites,
    long until) {
  public AgentOptions {
    input = List.copyOf(input);
    output = List.copyOf(output);
    libraries = List.copyOf(libraries);
  }

  private static final File ENVIRON = new File("/proc/self/environ");

  /**
   * Reads all sources: agent arguments before system properties before environment before file.
   *
   * @param arguments text behind {@code =} of the {@code -javaagent} flag, or null
   * @throws StartRefused with {@link io.understudy.agent.ExitCode#USAGE} and a message for people
   */
  public static AgentOptions resolve(String arguments) throws StartRefused {
    return resolve(arguments, System.getProperties(), ENVIRON);
  }

  static AgentOptions resolve(String arguments, Properties properties, File environ)
      throws StartRefused {
    Settings settings = Sources.arguments(arguments);
    settings.addWeaker(Sources.properties(properties));
    settings.addWeaker(Sources.environment(environ));
    Settings.Setting file = settings.get(Option.CONFIG);
    if (file != null) {
      settings.addWeaker(Sources.file(file.text(), file.origin()));
    }
    return Checks.check(settings);
  }
}
