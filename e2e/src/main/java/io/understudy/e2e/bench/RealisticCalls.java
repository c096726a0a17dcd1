package io.understudy.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Values that a scenario puts into its messages, another set for each call, as SIPp's {@code -inf}
 * reads them. Phones of a network differ in names, tags, branches and keys; SIPp's own messages
 * differ in a counter only, and a compressor makes next to nothing of them.
 */
final class RealisticCalls {
  private static final List<String> NAMES =
      List.of("Anna", "Bao", "Chidi", "Dmitri", "Elif", "Farah", "Goran", "Hana", "Ines", "Jamal");
  private static final List<String> PHONES =
      List.of(
          "Yealink SIP-T46S 66.86.0.15",
          "PolycomVVX-VVX_411-UA/5.9.6.2327",
          "Cisco-CP8851/12.8.1",
          "Linphone/4.4.10 (belle-sip/5.1.0)",
          "snomD785/10.1.101.11",
          "Grandstream GXP2170 1.0.11.64");
  private static final int TOKEN = 16;
  private static final int KEY = 32;

  private RealisticCalls() {}

  /** Writes one line per call. */
  static Path write(Path file, int calls, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("SEQUENTIAL"));
    for (int i = 0; i < calls; i++) {
      lines.add(
          String.join(
              ";",
              NAMES.get(random.nextInt(NAMES.size())),
              "+49" + (1_000_000_000L + random.nextInt(Integer.MAX_VALUE)),
              "+44" + (1_000_000_000L + random.nextInt(Integer.MAX_VALUE)),
              hex(random, TOKEN),
              PHONES.get(random.nextInt(PHONES.size())),
              hex(random, TOKEN),
              hex(random, KEY),
              Integer.toUnsignedString(random.nextInt())));
    }
    return Files.write(file, lines);
  }

  private static String hex(Random random, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return HexFormat.of().formatHex(value);
  }
}
