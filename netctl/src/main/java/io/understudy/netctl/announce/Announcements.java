package io.understudy.netctl.announce;

/** Tells the network where the virtual addresses are. Any thread. */
public interface Announcements {
  /** Tells nobody. */
  Announcements NONE =
      new Announcements() {
        @Override
        public void start() {}

        @Override
        public void stop() {}
      };

  /** Announces now, and later as planned until {@link #stop}. */
  void start();

  /** Ends all announcements. One that is just on its way meets the gate. */
  void stop();
}
