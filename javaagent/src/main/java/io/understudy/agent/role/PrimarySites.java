package io.understudy.agent.role;

import io.understudy.engine.diverge.Frames;
import io.understudy.engine.log.RecordKind;
import io.understudy.engine.log.RecordSites;

/** Where the primary's program was at a record, for the report of a divergence. */
final class PrimarySites {
  private static final int AROUND = 3;
  private static final int FRAMES = 3;

  private PrimarySites() {}

  /** Innermost frame of the server's own code; empty if it is not known. */
  static String site(RecordSites sites, long position) {
    for (RecordSites.Site site : around(sites, position, 0)) {
      return Frames.site(site.stack());
    }
    return "";
  }

  /** The primary's code at the records around a position, or how to learn it. */
  static String at(RecordSites sites, long position) {
    RecordSites.Site[] found = around(sites, position, AROUND);
    if (found.length == 0) {
      return " code of the primary: "
          + (sites == null ? "not noted (sites=true does)" : "the record is too old")
          + "; a replay of the primary's own journal shows it: role=replay,until="
          + position;
    }
    StringBuilder b = new StringBuilder(" code of the primary at the records around it:\n");
    for (RecordSites.Site site : found) {
      boolean here = site.position <= position && isLastUpTo(found, site, position);
      b.append(here ? " > " : "   ").append(site.position);
      b.append(' ').append(RecordKind.name(site.kind));
      b.append(", thread \"").append(site.thread).append("\"\n");
      b.append(Frames.sites(site.stack(), FRAMES, "       "));
    }
    return b.toString();
  }

  private static boolean isLastUpTo(
      RecordSites.Site[] found, RecordSites.Site site, long position) {
    for (RecordSites.Site other : found) {
      if (other.position > site.position && other.position <= position) {
        return false;
      }
    }
    return true;
  }

  private static RecordSites.Site[] around(RecordSites sites, long position, int around) {
    return sites == null ? new RecordSites.Site[0] : sites.around(position, around);
  }
}
