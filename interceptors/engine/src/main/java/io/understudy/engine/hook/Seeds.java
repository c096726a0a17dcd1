package io.understudy.engine.hook;

import io.understudy.engine.turn.ManagedThread;
import io.understudy.engine.turn.Turn;
import java.util.Random;
import jdk.internal.misc.Unsafe;

/**
 * Values that the JVM draws once per process. The primary draws them from SecureRandom and the
 * log's header carries them, so that both nodes agree and nobody else can guess.
 */
public final class Seeds {
  /** How many numbers the header carries. */
  public static final int COUNT = 4;

  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long SEED = UNSAFE.objectFieldOffset(Thread.class, "threadLocalRandomSeed");
  private static final long PROBE =
      UNSAFE.objectFieldOffset(Thread.class, "threadLocalRandomProbe");
  private static final long SECONDARY =
      UNSAFE.objectFieldOffset(Thread.class, "threadLocalRandomSecondarySeed");
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private static volatile long salt;
  private static volatile boolean reverse;
  private static volatile long threadSeed;
  private static volatile long counterSeed;

  private static volatile Random mathRandom;
  private static volatile Random othersRandom;

  private Seeds() {}

  /** Instead of a field that switches to parts of the JDK that are not replicated. */
  public static boolean no() {
    return false;
  }

  /** Installs the header's numbers, before the first managed thread. */
  public static void install(long[] seeds) {
    salt = seeds[0] & 0xffff_ffffL;
    reverse = (seeds[1] & 1) != 0;
    threadSeed = seeds[2];
    counterSeed = seeds[3];
    mathRandom = new Random(mix(counterSeed ^ GOLDEN));
    othersRandom = new Random();
  }

  /** The generator of Math.random and StrictMath.random; unmanaged threads have another one. */
  public static Random mathRandom() {
    return Turn.current() == null ? othersRandom : mathRandom;
  }

  /** java.util.ImmutableCollections.SALT32L; must stay below 2^32. */
  public static long salt32l() {
    return salt;
  }

  /** java.util.ImmutableCollections.REVERSE. */
  public static boolean reverse() {
    return reverse;
  }

  /** A random number for the sequence with this index, the same on both nodes. */
  public static long counter(int index) {
    return mix(counterSeed + index * GOLDEN);
  }

  /** Sets what ThreadLocalRandom keeps in a thread, before the thread uses it. */
  public static void seedThread(ManagedThread t) {
    long s = mix(threadSeed + t.id * GOLDEN);
    UNSAFE.putLong(t.thread, SEED, s);
    UNSAFE.putInt(t.thread, PROBE, (int) (s >>> 32) | 1);
    UNSAFE.putInt(t.thread, SECONDARY, (int) s | 1);
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long z0) {
    long z = (z0 ^ (z0 >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
