package io.understudy.netctl.cli;

import io.understudy.link.control.ControlChannel;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.OperatorAction;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.OperatorRequest;
import io.understudy.link.message.StepTiming;
import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.config.ConfigKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that the running daemon carries out. */
@Command
abstract class OperatorCommand extends Configured implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "print the daemon's reply as JSON")
  private boolean json;

  abstract OperatorAction action();

  boolean force() {
    return false;
  }

  /** What is said, and with which code, if it was not done. */
  NetctlException refusal(OperatorReply reply) {
    return new NetctlException(ExitCode.REFUSED, "refused: " + reply.getMessage());
  }

  /** Prints what was done, for a human. */
  void print(OperatorReply reply, PrintWriter out) {
    out.println(reply.getMessage());
    for (StepTiming step : reply.getStepsList()) {
      out.printf("  %-18s %8.3f ms%n", step.getStep(), step.getMicros() / 1000.0);
    }
  }

  @Override
  final List<ConfigKey> keys() {
    return List.of(ConfigKey.SOCKET);
  }

  @Override
  public final Integer call() {
    OperatorReply reply = ask(Path.of(reader().value(ConfigKey.SOCKET)));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(MessageJson.of(reply));
    } else if (reply.getDone()) {
      print(reply, out);
    }
    if (!reply.getDone()) {
      throw refusal(reply);
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private OperatorReply ask(Path socket) {
    try (ControlChannel channel = connect(socket)) {
      channel.write(
          ControlFrame.newBuilder()
              .setRequest(
                  OperatorRequest.newBuilder()
                      .setProtocol(ControlChannel.PROTOCOL)
                      .setAction(action())
                      .setForce(force()))
              .build());
      ControlFrame answer = channel.read();
      if (answer != null && answer.hasReply()) {
        return answer.getReply();
      }
      throw protocol(socket, "it ended without a reply", null);
    } catch (IOException e) {
      throw protocol(socket, e.toString(), e);
    }
  }

  private static ControlChannel connect(Path socket) {
    try {
      return ControlChannel.connect(socket);
    } catch (AccessDeniedException e) {
      throw accessDenied(socket, e);
    } catch (IOException e) {
      if (Files.exists(socket) && !Files.isWritable(socket)) {
        throw accessDenied(socket, e);
      }
      throw new NetctlException(
          ExitCode.NOT_RUNNING,
          "no netctl answers on "
              + socket
              + " ("
              + e.getMessage()
              + "); the gate stays as it is; start 'netctl run', or name its socket with --socket",
          e);
    }
  }

  private static NetctlException accessDenied(Path socket, IOException cause) {
    return new NetctlException(
        ExitCode.ACCESS_DENIED,
        "no permission for "
            + socket
            + "; nothing was changed; join the group of 'socket.group' or run as root",
        cause);
  }

  private static NetctlException protocol(Path socket, String why, Exception cause) {
    return new NetctlException(
        ExitCode.PROTOCOL,
        "what answers on "
            + socket
            + " is no netctl of this release: "
            + why
            + "; use the same release for daemon and command",
        cause);
  }
}
