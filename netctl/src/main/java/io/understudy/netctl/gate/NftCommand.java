package io.understudy.netctl.gate;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Runs {@code nft -f -}, found by PATH. It is executed and never linked. */
public final class NftCommand {
  private static final long LIMIT_SECONDS = 10;

  /**
   * Applies the rules in one transaction. Blocks for about 20 ms.
   *
   * @throws NetctlException if nft is absent or refuses
   */
  public void apply(String rules) {
    Process nft = start();
    try {
      try (OutputStream input = nft.getOutputStream()) {
        input.write(rules.getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!nft.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw refused("no end after " + LIMIT_SECONDS + " s", null);
      }
      if (nft.exitValue() != 0) {
        throw refused(said.strip(), null);
      }
    } catch (IOException e) {
      throw refused(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused("interrupted", e);
    } finally {
      nft.destroyForcibly();
    }
  }

  private static Process start() {
    try {
      return new ProcessBuilder("nft", "-f", "-").redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new NetctlException(
          ExitCode.NFT_ABSENT,
          "the program nft was not found; without it the silence gate cannot be installed and this"
              + " node could speak unasked; install the package nftables, or correct PATH",
          e);
    }
  }

  private static NetctlException refused(String said, Exception cause) {
    return new NetctlException(
        ExitCode.KERNEL_REFUSED,
        "nft refused the silence gate: "
            + said
            + "; without it this node could speak unasked; a kernel of 5.16 or later with"
            + " CONFIG_NETFILTER_EGRESS and nft 1.0 are needed",
        cause);
  }
}
