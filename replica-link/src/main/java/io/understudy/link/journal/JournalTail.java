package io.understudy.link.journal;

import io.understudy.link.LinkEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/**
 * The end of a stored log.
 *
 * @param last header of the last segment
 * @param position behind the last good block
 * @param digest of the last segment, without what was torn
 */
record JournalTail(JournalHeader last, long position, Digest digest) {

  /** Finds the end and cuts off a torn tail. */
  static JournalTail cut(JournalDirectory journal, LinkEvent.Listener events) throws IOException {
    List<JournalDirectory.Segment> segments = journal.segments();
    if (segments.isEmpty()) {
      throw new JournalException(
          JournalException.Code.EMPTY,
          journal.path()
              + " holds no journal segment; there is nothing to go on from; check the"
              + " journal directory");
    }
    ZstdLibrary.load(journal.nativeDirectory());
    Path path = journal.file(segments.get(segments.size() - 1).name());
    try (SegmentReader reader = new SegmentReader(path)) {
      SegmentReader.State state = SegmentReader.State.BLOCK;
      while (state == SegmentReader.State.BLOCK) {
        state = reader.next();
      }
      if (state != SegmentReader.State.END) {
        TornTail.check(reader, events);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
          file.truncate(reader.offset());
        }
      }
      return new JournalTail(reader.header(), reader.position(), digestOf(path));
    }
  }

  /** The header under which the log goes on. */
  JournalHeader nextHeader() {
    // an empty segment is replaced by one of the same name: its own predecessor stays the previous
    return position == last.start() ? last : last.next(last.epoch(), position, digest);
  }

  static Digest digestOf(Path path) throws IOException {
    MessageDigest digest = Digest.start();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return new Digest(digest.digest());
  }
}
