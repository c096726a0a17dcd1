package io.understudy.link.control;

import io.understudy.link.message.AgentClaim;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.ControlFrame;
import java.io.IOException;
import java.nio.file.Path;

/** Asks the netctl of this node whether a server may begin a log, and in which epoch. */
public final class Mandate {
  private Mandate() {}

  /**
   * Asks, and waits for the answer: some seconds if an arbiter is away.
   *
   * @param socket path of netctl's unix socket
   * @throws IOException if netctl is not there, or hangs up
   */
  public static AgentMandate ask(Path socket, String service) throws IOException {
    return ask(socket, service, false);
  }

  /**
   * As above.
   *
   * @param either whether the server would be a backup as well
   */
  public static AgentMandate ask(Path socket, String service, boolean either) throws IOException {
    try (ControlChannel channel = ControlChannel.connect(socket)) {
      channel.write(
          ControlFrame.newBuilder()
              .setClaim(
                  AgentClaim.newBuilder()
                      .setProtocol(ControlChannel.PROTOCOL)
                      .setService(service)
                      .setEither(either))
              .build());
      ControlFrame answer = channel.read();
      if (answer == null || !answer.hasMandate()) {
        throw new IOException("netctl gave no answer to the question for an epoch");
      }
      return answer.getMandate();
    }
  }
}
