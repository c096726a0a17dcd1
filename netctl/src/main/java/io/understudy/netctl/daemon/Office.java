package io.understudy.netctl.daemon;

import io.understudy.netctl.arbiter.Holding;
import java.util.function.Consumer;

/** The arbiter, as the node sees it. Answers come on another thread than the question's. */
interface Office {
  /** There is no arbiter: nobody is asked. */
  Office NONE =
      new Office() {
        @Override
        public boolean arbitrated() {
          return false;
        }

        @Override
        public Holding known() {
          return Holding.NOBODY;
        }

        @Override
        public long confirmed(long epoch, long now) {
          return Long.MAX_VALUE;
        }

        @Override
        public String trouble() {
          return "";
        }

        @Override
        public void confirm(Consumer<Holding> then) {
          then.accept(null);
        }

        @Override
        public void claim(long most, Consumer<Holding> then) {
          then.accept(null);
        }
      };

  /** False if nobody has to be asked. */
  boolean arbitrated();

  /** What stood last. */
  Holding known();

  /**
   * For how long yet an answer of the arbiter's counts that this node holds the epoch, in ns; 0 if
   * none does.
   */
  long confirmed(long epoch, long now);

  /** Why the arbiter does not answer; empty while it does. */
  String trouble();

  /**
   * Asks what stands, having noted the question in the kernel before ({@link Speaker#ask}).
   *
   * @param then gets it, or null if the arbiter does not answer
   */
  void confirm(Consumer<Holding> then);

  /**
   * Tries to win the epoch behind the one that stands, having noted that in the kernel before.
   *
   * @param most if a higher epoch stands already, nothing is tried
   * @param then gets what stands afterwards, or null if the arbiter does not answer: then the claim
   *     may have come through
   */
  void claim(long most, Consumer<Holding> then);
}
