package io.understudy.e2e.endurance;

import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.lab.Command;
import io.understudy.e2e.lab.LabException;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.link.message.AgentState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at both nodes in equal intervals, from outside: living objects of the heap by jcmd (which
 * collects the garbage first), open descriptors in /proc, lags by netctl.
 */
public final class Vitals {
  private static final double BYTES_PER_MB = 1 << 20;
  private static final double BYTES_PER_KB = 1 << 10;
  private static final int LOOKS = 60;
  private static final Duration LEAST_INTERVAL = Duration.ofSeconds(4);
  private static final Duration LEAST_WARM_UP = Duration.ofSeconds(60);

  private final Map<Vital, List<Double>> series = new EnumMap<>(Vital.class);
  private final ReplicatedService service;
  private final Path jcmd;
  private final Duration interval;
  private final int warmUp;
  private long nextNanos = System.nanoTime();

  /**
   * @param jdk the servers'
   * @param length of the run; a quarter of it, and a minute at least, is warm-up
   */
  public Vitals(ReplicatedService service, Jdk jdk, Duration length) {
    this.service = service;
    jcmd = Path.of(jdk.java()).resolveSibling("jcmd");
    Duration even = length.dividedBy(LOOKS);
    interval = even.compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : even;
    long quarter = Math.max(length.toMillis() / 4, LEAST_WARM_UP.toMillis());
    warmUp = (int) (quarter / interval.toMillis());
  }

  /** Looks, if it is time to. */
  public void lookInTime() {
    if (System.nanoTime() - nextNanos >= 0) {
      nextNanos = System.nanoTime() + interval.toNanos();
      look();
    }
  }

  private void look() {
    AgentState primary = service.primaryState();
    double behind = primary.getAppendedPosition() - primary.getAcknowledgedPosition();
    add(Vital.PRIMARY_LAG_KB, behind / BYTES_PER_KB);
    add(Vital.BACKUP_LAG_MS, service.lagMillis());
    add(Vital.PRIMARY_DESCRIPTORS, descriptors(service.primary()));
    add(Vital.BACKUP_DESCRIPTORS, descriptors(service.backup()));
    add(Vital.PRIMARY_HEAP_MB, heap(service.primary()));
    add(Vital.BACKUP_HEAP_MB, heap(service.backup()));
  }

  private void add(Vital vital, double value) {
    series.computeIfAbsent(vital, v -> new ArrayList<>()).add(value);
  }

  private static int descriptors(LabProcess process) {
    String[] open = Path.of("/proc", "" + process.process().pid(), "fd").toFile().list();
    if (open == null) {
      throw new LabException(process.name() + " has ended: " + process.tail());
    }
    return open.length;
  }

  private double heap(LabProcess process) {
    List<String> words =
        List.of(jcmd.toString(), "" + process.process().pid(), "GC.class_histogram");
    return total(new Command(words).run()) / BYTES_PER_MB;
  }

  /** Bytes of the histogram's last line: Total, instances, bytes. */
  static long total(String histogram) {
    List<String> lines = histogram.strip().lines().toList();
    String[] last = lines.get(lines.size() - 1).strip().split("\\s+", -1);
    if (last.length != 3 || !last[0].equals("Total")) {
      throw new LabException("jcmd gave no histogram: " + histogram);
    }
    return Long.parseLong(last[2]);
  }

  /** All values so far. */
  public Map<String, List<Double>> values() {
    Map<String, List<Double>> values = new TreeMap<>();
    series.forEach((vital, all) -> values.put(vital.text(), Collections.unmodifiableList(all)));
    return values;
  }

  /** What rises, a text for each; empty if nothing does. */
  public List<String> rising() {
    return Flatness.rising(series, warmUp);
  }
}
