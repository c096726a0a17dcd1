package io.understudy.link.wire;

import com.google.protobuf.ByteString;
import io.understudy.engine.log.LogSource;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkSettings;
import io.understudy.link.journal.JournalDirectory;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalReader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.message.Header;
import io.understudy.link.message.Hello;
import java.io.IOException;
import java.util.Map;

/** The backup's own copy of the log, on its event loop. */
final class BackupJournal {
  private final LinkSettings settings;
  private final LinkEvent.Listener events;
  private LogHistory history = LogHistory.EMPTY;
  private JournalHeader header;
  private long stored;
  private long epoch;
  private JournalSink sink;

  BackupJournal(LinkSettings settings, LinkEvent.Listener events) {
    this.settings = settings;
    this.events = events;
  }

  /** Looks at what an earlier process left: its end is where the link is asked to go on. */
  void inspect() throws IOException {
    JournalDirectory directory = new JournalDirectory(settings.journal());
    header = directory.lastHeader().orElse(null);
    if (header != null) {
      epoch = header.epoch();
      stored = directory.end(events);
    }
  }

  /** Adds to a greeting what this node holds. */
  void describe(Hello.Builder hello) {
    long position = position();
    hello.setPosition(position);
    if (position > 0) {
      hello.setEpoch(epoch).setLog(ByteString.copyFrom(LogHistory.mark(header)));
    }
  }

  /** Log position behind the last byte held. */
  long position() {
    return sink == null ? stored : sink.position();
  }

  boolean isOpen() {
    return sink != null;
  }

  JournalHeader header() {
    return header;
  }

  /** The epoch in which the primary that admitted this node last speaks. */
  long primaryEpoch() {
    return history.current();
  }

  JournalSink sink() {
    return sink;
  }

  /**
   * Goes on where the primary says.
   *
   * @return reader of what is stored already, or null if the log comes whole over the link
   */
  JournalReader open(Header from) throws IOException {
    learn(from);
    long resume = from.getResume();
    JournalDirectory directory = new JournalDirectory(settings.journal());
    int aside = resume == 0 ? directory.setAllAside() : directory.setAsideFrom(resume);
    if (aside > 0) {
      events.event(
          new LinkEvent(
              LinkEvent.Kind.SET_ASIDE,
              aside
                  + " journal segments of "
                  + settings.journal()
                  + " were set aside: the pair went"
                  + " on without what they hold from position "
                  + resume
                  + " on; remove the *.aside"
                  + " files when nobody needs them"));
    }
    long segmentBytes = settings.limits().segmentBytes();
    JournalWriter writer =
        resume == 0
            ? JournalWriter.create(settings.journal(), genesis(from), segmentBytes)
            : JournalWriter.resume(settings.journal(), segmentBytes, events);
    header = writer.header();
    epoch = writer.epoch();
    sink = new JournalSink(writer, Long.MAX_VALUE, events);
    return resume == 0 ? null : new JournalReader(settings.journal(), 0, true, events);
  }

  /** Takes over the epochs that a primary tells. */
  void learn(Header from) {
    history = LogHistory.of(from.getEpochsList());
  }

  /** Writes what has come. */
  void append(LogSource.Chunk chunk) {
    for (Map.Entry<Long, Long> e : history.starts().tailMap(epoch + 1).entrySet()) {
      if (e.getValue() <= chunk.position) {
        epoch = e.getKey();
        sink.startEpoch(epoch);
      }
    }
    sink.append(chunk.data, chunk.from, chunk.to, chunk.position, false);
  }

  private static JournalHeader genesis(Header from) {
    long[] seeds = from.getSeedsList().stream().mapToLong(Long::longValue).toArray();
    return JournalHeader.genesis(from.getCluster(), from.getIdentityMap(), seeds);
  }
}
