package io.understudy.engine.hook;

import io.understudy.engine.boundary.Boundary;

/** Woven into methods behind which a thread of the JVM would reach the server: kind X. */
public final class Unreplicated {
  private Unreplicated() {}

  /** Entry of java.lang.instrument's lists of classes. */
  public static void loadedClasses() {
    Boundary.unsupported("lists the loaded classes");
  }

  /** Entry of jdk.jfr's event streams. */
  public static void flightRecorderStream() {
    Boundary.unsupported("reads a stream of the flight recorder");
  }
}
