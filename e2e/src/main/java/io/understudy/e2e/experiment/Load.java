package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Host;
import io.understudy.e2e.sipp.Scenario;
import java.nio.file.Path;

/**
 * The calls of a run.
 *
 * @param caller SIPp scenario of the callers
 * @param callee SIPp scenario of the callees
 * @param port UDP port of the service
 * @param rate calls per second in the end
 * @param calls how many calls to make; 0 for as many as fit
 * @param rampSeconds how long the rate grows
 * @param killAfterSeconds from the first call to the kill
 * @param laterSeconds how long new calls are begun after the kill
 * @param ringMillis how long a callee rings
 * @param talkMillis how long a caller talks
 */
public record Load(
    Path caller,
    Path callee,
    int port,
    int rate,
    int calls,
    int rampSeconds,
    int killAfterSeconds,
    int laterSeconds,
    int ringMillis,
    int talkMillis) {

  /** UDP port of the service. */
  public static final int PORT = 5060;

  /** Ringing time of the experiment, in milliseconds. */
  public static final int RING_MILLIS = 2_000;

  /** Talking time of the experiment, in milliseconds. */
  public static final int TALK_MILLIS = 5_000;

  /**
   * Calls of the product's scenarios to a service that is not killed.
   *
   * @param seconds how long the callees answer
   */
  public static Load withoutKill(
      Workshop workshop, int rate, int calls, int seconds, int ringMillis, int talkMillis) {
    return new Load(
        workshop.callerScenario(),
        workshop.calleeScenario(),
        PORT,
        rate,
        calls,
        0,
        seconds,
        0,
        ringMillis,
        talkMillis);
  }

  /** The same at another rate. */
  public Load atRate(int other) {
    return new Load(
        caller,
        callee,
        port,
        other,
        calls,
        rampSeconds,
        killAfterSeconds,
        laterSeconds,
        ringMillis,
        talkMillis);
  }

  /** The scenario file to use on a host: with or without retransmission timers. */
  Path scenario(Path file, boolean retransmission, Host host) {
    return retransmission ? file : new Scenario(file).withoutTimers(host.directory()).file();
  }

  /** How long a call lasts. */
  public int callSeconds() {
    return (ringMillis + talkMillis + 999) / 1_000;
  }

  /** Seconds after the last new call in which a call that lives must be over. */
  public int drainSeconds(boolean retransmission) {
    // with retransmission each of INVITE, 200 and BYE may come half a second or a second late
    return callSeconds() + (retransmission ? 5 : 1);
  }

  /** An upper bound for the whole load. */
  public int boundSeconds() {
    return killAfterSeconds + laterSeconds + callSeconds() + 60;
  }
}
