package io.understudy.e2e.bench;

import io.understudy.e2e.experiment.Callees;
import io.understudy.e2e.experiment.Jdk;
import io.understudy.e2e.experiment.Load;
import io.understudy.e2e.experiment.ReplicatedService;
import io.understudy.e2e.experiment.RunDirectory;
import io.understudy.e2e.experiment.Setup;
import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import io.understudy.e2e.sipp.Ramp;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One set of JVMs: a bare server, one that records, and a pair, all alive at the same time and each
 * warmed up; then rounds of the same calls to each of them in turn. The order changes from round to
 * round, so that what the machine does besides meets all alike.
 */
final class BenchSession {
  private static final int BARE_PORT = 5070;
  private static final int RECORD_PORT = 5080;
  private static final int WARM_UP_SECONDS = 25;
  private static final int WARM_UP_RAMP = 5;

  /** Warms up at a multiple of the rate: what is measured should not be the JIT compiler. */
  private static final int WARM_UP_FACTOR = 2;

  private final Setup setup;
  private final Load load;
  private final Jdk jdk;
  private final RunDirectory files;

  BenchSession(Setup setup, Load load, Jdk jdk, RunDirectory files) {
    this.setup = setup;
    this.load = load;
    this.jdk = jdk;
    this.files = files;
  }

  /** Makes the rounds. */
  List<Round> rounds(int session, int rounds) throws IOException {
    try (Lab lab = new Lab(files.path(), files.mountPoint())) {
      Callees.start(lab, load, true);
      List<Subject> subjects = start(lab);
      int rate = WARM_UP_FACTOR * load.rate();
      Ramp ramp = Ramp.slow(rate, WARM_UP_RAMP);
      for (Subject subject : subjects) {
        measure(lab, subject, "warm-up", ramp, rate * WARM_UP_SECONDS);
      }
      List<Round> results = new ArrayList<>();
      for (int i = 1; i <= rounds; i++) {
        results.add(round(lab, subjects, session, i));
        Collections.rotate(subjects, 1);
      }
      return results;
    }
  }

  private Round round(Lab lab, List<Subject> subjects, int session, int number) throws IOException {
    Map<Treatment, Double> millis = new EnumMap<>(Treatment.class);
    int failed = 0;
    for (Subject subject : subjects) {
      Subject.Cost cost =
          measure(lab, subject, "round-" + number, Ramp.steady(load.rate()), load.calls());
      millis.put(subject.treatment(), 1e3 * cost.cpuSeconds() / load.calls());
      failed += cost.failed();
    }
    return new Round(session, millis, failed);
  }

  private Subject.Cost measure(Lab lab, Subject subject, String label, Ramp ramp, int calls)
      throws IOException {
    String name = label + "-" + name(subject.treatment());
    return subject.calls(lab, name, load.caller(), ramp, calls, load.talkMillis());
  }

  private static String name(Treatment treatment) {
    return treatment.name().toLowerCase(Locale.ROOT);
  }

  private List<Subject> start(Lab lab) {
    ReplicatedService pair = new ReplicatedService(lab, setup, jdk);
    List<Subject> subjects = new ArrayList<>();
    subjects.add(alone(lab, Treatment.BARE, BARE_PORT, ""));
    String flag = "-javaagent:%s=role=record,journal=recording".formatted(setup.agentJar());
    subjects.add(alone(lab, Treatment.RECORD, RECORD_PORT, flag));
    subjects.add(new Subject(Treatment.PAIR, pair.primary(), Addresses.VIP + ":" + setup.port()));
    return subjects;
  }

  private Subject alone(Lab lab, Treatment treatment, int port, String flag) {
    LabProcess server = setup.startBeside(lab, name(treatment), jdk, flag, port);
    return new Subject(treatment, server, Addresses.ALPHA + ":" + port);
  }
}
