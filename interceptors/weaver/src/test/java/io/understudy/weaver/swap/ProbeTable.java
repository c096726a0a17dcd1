package io.understudy.weaver.swap;

import io.understudy.weaver.census.RunningImage;
import io.understudy.weaver.table.BridgePlan;
import io.understudy.weaver.table.NativeTable;
import io.understudy.weaver.table.SiteRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The product's table without what needs generated bridges: the hooks of the engine remain. */
final class ProbeTable {
  private ProbeTable() {}

  static SiteRules rules() throws IOException {
    NativeTable table = NativeTable.parse(lines());
    RunningImage image = new RunningImage();
    return SiteRules.of(table, BridgePlan.of(table, image), image);
  }

  private static List<String> lines() throws IOException {
    List<String> kept = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                NativeTable.class.getResourceAsStream("natives.tbl"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.matches("[NBOEZFX] .*") && !line.contains("hook:")) {
          kept.add("L " + String.join(" ", List.of(line.split(" ")).subList(1, 3)));
        } else if (!line.matches("Q .*\\(.*")) {
          kept.add(line);
        }
      }
    }
    return kept;
  }
}
