package io.understudy.e2e.sniff;

import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.lab.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A running {@link SnifferMain} that watches alpha and beta speak from the virtual IP. */
public final class Sniffer {
  /**
   * What the two nodes sent from the virtual IP after a moment.
   *
   * @param alphaFirst as betaFirst, of alpha
   * @param alphaCount SIP datagrams that alpha sent after it
   * @param betaFirst {@link System#nanoTime()} of beta's first SIP datagram at or after it; 0: none
   * @param betaCount SIP datagrams that beta sent after it
   */
  public record Since(long alphaFirst, int alphaCount, long betaFirst, int betaCount) {}

  private final LabProcess process;
  private final BufferedReader answers;

  private Sniffer(LabProcess process) {
    this.process = process;
    this.answers = process.process().inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a sniffer in the switch's namespace and waits until it listens. */
  public static Sniffer start(Lab lab, String vip, int alphaByte, int betaByte) {
    Host host = lab.host(Network.SWITCH);
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xshare:auto",
            "-XX:-UsePerfData", // its file is shared by all labs, and a warning would be an answer
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            SnifferMain.class.getName(),
            vip,
            "p-alpha=" + Network.hardwareAddress(alphaByte),
            "p-beta=" + Network.hardwareAddress(betaByte));
    Sniffer sniffer = new Sniffer(lab.startPiped(host, "sniffer", command));
    sniffer.line(); // "ready"
    return sniffer;
  }

  /** Asks who spoke after a moment of {@link System#nanoTime()}, which all processes share. */
  public Since since(long nanos) {
    try {
      OutputStream questions = process.process().getOutputStream();
      questions.write((nanos + "\n").getBytes(StandardCharsets.UTF_8));
      questions.flush();
    } catch (IOException e) {
      throw new LabException("the sniffer has ended: " + process.tail(), e);
    }
    List<String> nodes = List.of(line().split("[ :]", -1));
    return new Since(
        Long.parseLong(nodes.get(0)),
        Integer.parseInt(nodes.get(1)),
        Long.parseLong(nodes.get(2)),
        Integer.parseInt(nodes.get(3)));
  }

  private String line() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new LabException("the sniffer has ended: " + process.tail());
      }
      return line;
    } catch (IOException e) {
      throw new LabException("the sniffer does not answer: " + process.tail(), e);
    }
  }
}
