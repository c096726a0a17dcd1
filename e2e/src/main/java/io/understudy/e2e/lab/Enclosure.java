package io.understudy.e2e.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Private namespaces (network, mounts, processes; for others than root also users) around the whole
 * lab. Nothing in it can be seen or reached from outside, its mounts and devices touch nothing of
 * the machine, and with its first process the kernel ends and removes everything in it, however
 * that process came to its end.
 */
public final class Enclosure {
  /** Environment variable that is set inside an enclosure. */
  public static final String MARK = "LAB_ENCLOSURE";

  private static final String ENTER =
      "mount -t tmpfs tmpfs /run && mkdir -p /run/netns && exec \"$@\"";

  private Enclosure() {}

  /** True if this process runs inside an enclosure. */
  public static boolean isInside() {
    return System.getenv(MARK) != null;
  }

  /** The command that runs another one inside a new enclosure. */
  public static List<String> around(List<String> command, boolean root) {
    List<String> words = new ArrayList<>();
    words.add("unshare");
    if (!root) {
      words.addAll(List.of("--user", "--map-root-user"));
    }
    words.addAll(List.of("--net", "--mount", "--pid", "--fork", "--mount-proc"));
    words.add("--kill-child=SIGKILL");
    words.addAll(List.of("env", MARK + "=1", "sh", "-c", ENTER, "sh"));
    words.addAll(command);
    return words;
  }

  /** True if this user is root, who needs no user namespace. */
  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /**
   * Says why no enclosure can be made here, or nothing if one can.
   *
   * @return an empty text if all is well
   */
  public static String obstacle() {
    Command.Result result =
        new Command(around(List.of("ip", "netns", "add", "probe"), isRoot())).attempt("");
    return result.exit() == 0 ? "" : result.output().strip();
  }

  /** Runs a command in an enclosure with this process's output; returns its exit code. */
  public static int run(List<String> command, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder(around(command, isRoot())).inheritIO();
      builder.redirectInput(ProcessBuilder.Redirect.PIPE); // see endWithOutside
      builder.environment().putAll(environment);
      Process process = builder.start();
      Thread ender = new Thread(process::destroyForcibly, "understudy-enclosure-end");
      Runtime.getRuntime().addShutdownHook(ender);
      return process.waitFor();
    } catch (IOException e) {
      throw new LabException("cannot run unshare(1); the lab needs it; install util-linux", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted", e);
    }
  }

  /**
   * Starts this JVM's program again inside an enclosure and returns its exit code.
   *
   * @param main the program's main class
   */
  public static int enter(Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    return run(command, Map.of());
  }

  /**
   * Makes this process, inside an enclosure, end when the one that called {@link #run} ends, in
   * whatever way: the pipe between them breaks. Its end takes the whole enclosure with it.
   */
  public static void endWithOutside() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // nothing is ever sent
                }
              } catch (IOException e) {
                // as good an end as any
              }
              Runtime.getRuntime().halt(1);
            },
            "understudy-enclosure-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
