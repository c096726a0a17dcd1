package io.understudy.agent.role;

import io.understudy.agent.ExitCode;
import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.option.Endpoint;
import io.understudy.agent.option.Role;
import io.understudy.agent.status.Console;
import io.understudy.link.LinkEvent;
import io.understudy.link.LinkLimits;
import io.understudy.link.LinkSettings;
import io.understudy.link.LinkUsageException;
import io.understudy.link.commit.CommitGate;
import io.understudy.link.commit.GateMode;
import io.understudy.link.journal.JournalDirectory;
import io.understudy.link.journal.JournalException;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.journal.JournalSink;
import io.understudy.link.journal.JournalSource;
import io.understudy.link.journal.JournalWriter;
import io.understudy.link.message.AgentMandate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.SortedMap;

/** Opens what a role needs: files, sockets, threads. */
public final class Roles {
  static final long SEGMENT_BYTES = 64L << 20;
  static final long MEMORY_BYTES = 64L << 20;

  static final LinkEvent.Listener EVENTS = new EventLines();

  private Roles() {}

  /**
   * Opens the role that the options name.
   *
   * @param identity what must be equal wherever the log is replayed
   * @throws StartRefused with cause and remedy
   */
  public static ActiveRole open(AgentOptions options, SortedMap<String, String> identity)
      throws StartRefused {
    Path journal = Path.of(options.journal());
    if (options.role() != Role.REPLAY) {
      JournalPlace.require(journal);
    }
    try {
      return switch (options.role()) {
        case RECORD -> record(options, identity, journal);
        case REPLAY -> replay(options, identity, journal);
        case PRIMARY -> primary(options, identity, journal, PrimaryMandate.of(options));
        case BACKUP -> backup(options, identity, journal);
        case AUTO -> auto(options, identity, journal);
        case OFF -> throw new StartRefused(ExitCode.USAGE, "role=off starts nothing");
      };
    } catch (JournalException e) {
      boolean used = e.code() == JournalException.Code.NOT_EMPTY;
      throw new StartRefused(used ? ExitCode.CANNOT_WRITE : ExitCode.DAMAGED, e.getMessage(), e);
    } catch (LinkUsageException e) {
      throw new StartRefused(ExitCode.USAGE, e.getMessage(), e);
    } catch (IOException e) {
      throw options.role().isPaired()
          ? new StartRefused(ExitCode.UNAVAILABLE, e.getMessage(), e)
          : JournalPlace.refused(journal, e);
    }
  }

  private static ActiveRole replay(
      AgentOptions options, SortedMap<String, String> identity, Path journal)
      throws IOException, StartRefused {
    JournalSource source = new JournalSource(journal, EVENTS);
    Difference.refuse(source.header().identity(), identity, journal);
    return new ReplayRole(source, options.until());
  }

  private static ActiveRole record(
      AgentOptions options, SortedMap<String, String> identity, Path journal) throws IOException {
    long[] seeds = ActiveRole.drawSeeds();
    JournalHeader header = JournalHeader.genesis(options.cluster(), identity, seeds);
    JournalSink sink =
        new JournalSink(JournalWriter.create(journal, header, SEGMENT_BYTES), MEMORY_BYTES, EVENTS);
    return new RecordRole(seeds, sink, gate(GateMode.ALONE));
  }

  /** Primary, if netctl lets this server begin a log; else backup of the one that has. */
  private static ActiveRole auto(
      AgentOptions options, SortedMap<String, String> identity, Path journal)
      throws IOException, StartRefused {
    AgentMandate mandate = PrimaryMandate.orBackup(options);
    boolean leads = mandate.getGranted();
    Console.line("role=auto: " + (leads ? "primary" : "backup: " + mandate.getReason()));
    return leads
        ? primary(options, identity, journal, mandate)
        : backup(options, identity, journal);
  }

  private static ActiveRole primary(
      AgentOptions options, SortedMap<String, String> identity, Path journal, AgentMandate mandate)
      throws IOException, StartRefused {
    long[] seeds = ActiveRole.drawSeeds();
    setAside(journal);
    JournalHeader header =
        JournalHeader.genesis(options.cluster(), mandate.getEpoch(), identity, seeds);
    JournalSink sink =
        new JournalSink(JournalWriter.create(journal, header, SEGMENT_BYTES), MEMORY_BYTES, EVENTS);
    CommitGate gate = gate(GateMode.ALONE);
    LinkSettings settings = settings(options, options.listen(), identity, journal);
    PrimaryRole role = new PrimaryRole(options, settings, seeds, sink, gate, mandate);
    role.open(options);
    return role;
  }

  private static ActiveRole backup(
      AgentOptions options, SortedMap<String, String> identity, Path journal)
      throws IOException, StartRefused {
    setAside(journal);
    LinkSettings settings = settings(options, options.peer(), identity, journal);
    BackupRole role = new BackupRole(options, settings, gate(GateMode.HOLDING));
    role.open();
    return role;
  }

  private static CommitGate gate(GateMode mode) {
    return new CommitGate(mode, MEMORY_BYTES, CommitGate.DEFAULT_FLOOR, EVENTS);
  }

  /** What an earlier run of this node left belongs to another log. */
  private static void setAside(Path journal) throws IOException {
    int segments = new JournalDirectory(journal).setAllAside();
    if (segments > 0) {
      Console.line(segments + " segments of an earlier log in " + journal + " were set aside");
    }
  }

  /** As another of this node, but for the address. */
  static LinkSettings settings(AgentOptions options, Endpoint address, LinkSettings like) {
    return settings(options, address, like.identity(), like.journal());
  }

  private static LinkSettings settings(
      AgentOptions options, Endpoint address, SortedMap<String, String> identity, Path journal) {
    return new LinkSettings(
        options.cluster(),
        new InetSocketAddress(address.host(), address.port()),
        options.insecure(),
        journal,
        identity,
        LinkLimits.DEFAULT);
  }
}
