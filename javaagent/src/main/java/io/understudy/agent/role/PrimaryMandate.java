package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.link.control.Mandate;
import io.understudy.link.message.AgentMandate;
import java.io.IOException;
import java.nio.file.Path;

/** Whether a primary may begin its log, and in which epoch: netctl's answer. */
final class PrimaryMandate {
  /** Of a log that nobody has to allow. */
  private static final AgentMandate ALLOWED =
      AgentMandate.newBuilder().setGranted(true).setEpoch(1).build();

  private PrimaryMandate() {}

  /**
   * Asks the netctl of this node, if there is one.
   *
   * @throws StartRefused if it is not there, or refuses
   */
  static AgentMandate of(AgentOptions options) throws StartRefused {
    if (options.netctl() == null) {
      return ALLOWED;
    }
    AgentMandate mandate = ask(options, false);
    if (!mandate.getGranted()) {
      throw refused(
          mandate.getReason()
              + ". Two primaries would answer every call twice; start this server as backup, or"
              + " mend what is named and start it again");
    }
    return mandate.getArbitrated() ? mandate : ALLOWED;
  }

  /**
   * As {@link #of}, but where the other node has the primary, or will have it, it is no refusal:
   * the answer is not granted, and this server is to be its backup.
   */
  static AgentMandate orBackup(AgentOptions options) throws StartRefused {
    AgentMandate mandate = ask(options, true);
    if (mandate.getGranted()) {
      return mandate.getArbitrated() ? mandate : ALLOWED;
    }
    if (!mandate.getBackup()) {
      throw refused(mandate.getReason() + ". Mend what is named and start it again");
    }
    return mandate;
  }

  private static AgentMandate ask(AgentOptions options, boolean either) throws StartRefused {
    try {
      return Mandate.ask(Path.of(options.netctl()), options.name(), either);
    } catch (IOException e) {
      throw Reporter.away(options.netctl(), e);
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(ExitCode.EPOCH_LOST, "netctl lets no primary begin here: " + why);
  }
}
