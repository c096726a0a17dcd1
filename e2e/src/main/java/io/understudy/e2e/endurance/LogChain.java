package io.understudy.e2e.endurance;

import io.understudy.engine.log.LogSource;
import io.understudy.link.journal.JournalInspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A chain of SHA-256 over a node's log. Each link covers the link before it, its log position and
 * the {@value #LINK_BYTES} bytes of records from there. The records hold the length and hash of
 * every output that the server made, so equal chains mean equal records at equal positions and
 * equal outputs.
 *
 * @param links one digest per link, in hexadecimal, the last one perhaps of fewer bytes
 * @param end log position behind the last byte
 */
public record LogChain(List<String> links, long end) {
  /** Bytes of log in a link. */
  public static final int LINK_BYTES = 64 * 1024;

  /** Chain of what a journal holds before a log position. */
  public static LogChain of(Path journal, long limit) throws IOException {
    Builder builder = new Builder(limit);
    JournalInspection.of(journal, (header, chunk) -> builder.add(chunk));
    return builder.build();
  }

  /** The last link, which stands for all; empty for an empty log. */
  public String value() {
    return links.isEmpty() ? "" : links.get(links.size() - 1);
  }

  /** Log position of the first link that another chain does not have alike; -1 if all are equal. */
  public long firstDifference(LogChain other) {
    int common = Math.min(links.size(), other.links.size());
    for (int i = 0; i < common; i++) {
      if (!links.get(i).equals(other.links.get(i))) {
        return (long) i * LINK_BYTES;
      }
    }
    return links.size() == other.links.size() ? -1 : (long) common * LINK_BYTES;
  }

  /** Builds a chain from chunks of any lengths, in order. */
  static final class Builder {
    private final List<String> links = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private final long limit;
    private byte[] before = new byte[0];
    private long position;
    private int inLink;

    Builder(long limit) {
      this.limit = limit;
    }

    void add(LogSource.Chunk chunk) {
      int from = chunk.from;
      int to = (int) Math.min(chunk.to, from + limit - position);
      while (from < to) {
        if (inLink == 0) {
          digest.update(before);
          digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, position));
        }
        int length = Math.min(to - from, LINK_BYTES - inLink);
        digest.update(chunk.data, from, length);
        from += length;
        position += length;
        inLink += length;
        if (inLink == LINK_BYTES) {
          close();
        }
      }
    }

    LogChain build() {
      if (inLink > 0) {
        close();
      }
      return new LogChain(List.copyOf(links), position);
    }

    private void close() {
      before = digest.digest();
      links.add(HexFormat.of().formatHex(before));
      inLink = 0;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
