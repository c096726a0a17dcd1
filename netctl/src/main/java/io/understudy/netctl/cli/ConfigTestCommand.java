package io.understudy.netctl.cli;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.config.ConfigDoubts;
import io.understudy.netctl.config.Configuration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "config-test",
    sortOptions = false,
    description =
        "Check the configuration; needs no privilege and changes nothing. Exit code 0: good; 12:"
            + " usable, with warnings; 11: wrong; 10: not readable.")
final class ConfigTestCommand extends Configured implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Configuration configuration = reader().read();
    List<String> doubts = ConfigDoubts.of(configuration);
    doubts.forEach(doubt -> spec.commandLine().getErr().println("netctl: warning: " + doubt));
    spec.commandLine()
        .getOut()
        .println(
            "configuration of node "
                + configuration.node()
                + ": "
                + (doubts.isEmpty() ? "good" : "usable, " + doubts.size() + " warning(s)"));
    return (doubts.isEmpty() ? ExitCode.OK : ExitCode.CONFIG_DOUBTFUL).code();
  }
}
