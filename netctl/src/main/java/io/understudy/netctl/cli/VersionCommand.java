package io.understudy.netctl.cli;

import io.understudy.netctl.daemon.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Print the release of netctl and of the Java it runs on.")
final class VersionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Override
  public Integer call() {
    String version = Version.text();
    String java = Runtime.version().toString();
    spec.commandLine()
        .getOut()
        .println(
            json
                ? "{\"netctl\": \"" + version + "\", \"java\": \"" + java + "\"}"
                : "netctl " + version + " (Java " + java + ")");
    return 0;
  }
}
