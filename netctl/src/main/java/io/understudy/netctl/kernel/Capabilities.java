package io.understudy.netctl.kernel;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The effective capabilities of this process (capabilities(7)). */
public final class Capabilities {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String EFFECTIVE = "CapEff:";
  private static final int CAP_NET_ADMIN = 12;
  private static final int CAP_NET_RAW = 13;

  private Capabilities() {}

  /**
   * Checks for CAP_NET_ADMIN and CAP_NET_RAW.
   *
   * @throws NetctlException naming the first capability that is missing
   */
  public static void require() {
    try {
      require(Files.readAllLines(STATUS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STATUS, e);
    }
  }

  static void require(List<String> status) {
    String line = status.stream().filter(l -> l.startsWith(EFFECTIVE)).findFirst().orElse("");
    long set = Long.parseUnsignedLong(line.substring(EFFECTIVE.length()).strip(), 16);
    need(set, CAP_NET_ADMIN, "CAP_NET_ADMIN", "install the silence gate and own the address");
    need(set, CAP_NET_RAW, "CAP_NET_RAW", "announce the address");
  }

  private static void need(long set, int bit, String name, String purpose) {
    if ((set >>> bit & 1) == 0) {
      throw new NetctlException(
          ExitCode.MISSING_CAPABILITY,
          name
              + " is missing; without it netctl cannot "
              + purpose
              + "; start it by its systemd unit (AmbientCapabilities=CAP_NET_ADMIN CAP_NET_RAW)"
              + " or as root");
    }
  }
}
