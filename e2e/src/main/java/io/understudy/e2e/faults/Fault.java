package io.understudy.e2e.faults;

import io.understudy.e2e.experiment.Await;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What fails, as the lab makes it fail from outside. */
final class Fault {
  private final String title;
  private final int lastsMillis;
  private final Consumer<FaultPair> begin;
  private final BiConsumer<FaultPair, FaultNode> end;

  private Fault(
      String title,
      int lastsMillis,
      Consumer<FaultPair> begin,
      BiConsumer<FaultPair, FaultNode> end) {
    this.title = title;
    this.lastsMillis = lastsMillis;
    this.begin = begin;
    this.end = end;
  }

  /**
   * Something that is mended after a while.
   *
   * @param begin makes it fail; what takes its time there is a part of the fault
   * @param end gets the pair, and the speaker of when it began
   */
  static Fault passing(
      String title,
      int lastsMillis,
      Consumer<FaultPair> begin,
      BiConsumer<FaultPair, FaultNode> end) {
    return new Fault(title, lastsMillis, begin, end);
  }

  /** Something that stays so. */
  static Fault lasting(String title, Consumer<FaultPair> begin) {
    return new Fault(title, 0, begin, (pair, node) -> {});
  }

  /** The same for another time. */
  Fault forMillis(String otherTitle, int millis) {
    return new Fault(otherTitle, millis, begin, end);
  }

  /** It fails and is mended again and again, after so long each. */
  Fault repeated(String all, int times, int stepMillis) {
    Duration step = Duration.ofMillis(stepMillis);
    return lasting(
        all,
        pair -> {
          FaultNode speaker = pair.speaker;
          for (int i = 0; i < times; i++) {
            begin.accept(pair);
            Await.sleep(step);
            end.accept(pair, speaker);
            Await.sleep(step);
          }
        });
  }

  /** The same, for another time, and at once the kill of the server that speaks. */
  Fault withServerKilled(String both, int millis) {
    return new Fault(
        both,
        millis,
        pair -> {
          begin.accept(pair);
          pair.speaker.server.killJvm();
        },
        end);
  }

  String title() {
    return title;
  }

  /** Makes it fail. The first call takes longer than later ones. */
  void begin(FaultPair pair) {
    begin.accept(pair);
  }

  /** How long it lasts; 0: what has failed stays so. */
  int lastsMillis() {
    return lastsMillis;
  }

  /**
   * Mends it.
   *
   * @param node the speaker of when it began
   */
  void end(FaultPair pair, FaultNode node) {
    end.accept(pair, node);
  }
}
