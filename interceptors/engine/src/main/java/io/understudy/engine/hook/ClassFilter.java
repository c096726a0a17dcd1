package io.understudy.engine.hook;

/** Weaves classes that no class-file transformer gets to see. Implemented in the agent tier. */
public interface ClassFilter {
  /**
   * Called on the thread that defines the class, any thread, with nothing locked by us.
   *
   * @param loader its loader, null for the boot loader
   * @return the class file to define instead; the same array when nothing is changed
   */
  byte[] filter(ClassLoader loader, byte[] classFile);
}
