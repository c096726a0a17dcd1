package io.understudy.link.journal.cli;

import java.util.List;

/**
 * One record of a log.
 *
 * @param kind name of its kind
 * @param method native that it speaks of, as {@code class#method}, or null
 * @param length all its bytes, at least 1
 * @param granted id of the thread that a GRANT gives the turn to, else {@link #NOBODY}
 * @param fields what stands behind the kind, in order; empty if it was not asked for
 */
public record LogRecord(
    String kind, String method, int length, int granted, List<LogField> fields) {
  /** Instead of the id of a thread. */
  public static final int NOBODY = -1;
}
