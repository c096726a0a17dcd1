package io.understudy.weaver.swap;

import java.lang.invoke.MethodHandles;

/** A hidden class of the application is woven, too. */
public final class HiddenProbe {
  private HiddenProbe() {}

  public static void main(String[] args) throws Exception {
    AppLoader.load(HiddenProbe.class).getMethod("run").invoke(null);
  }

  /** In the application's copy. */
  public static void run() throws Exception {
    Class<?> hidden =
        MethodHandles.lookup().defineHiddenClass(Calls.classFile(Stack.class), false).lookupClass();
    Object trace =
        hidden.getDeclaredMethod("topOfHash").invoke(hidden.getDeclaredConstructor().newInstance());
    System.out.println(hidden.isHidden() + " " + trace);
  }

  /** Throws inside its hash code, so that the trace tells who called it. */
  public static final class Stack {
    @Override
    public int hashCode() {
      throw new IllegalStateException("hash");
    }

    String topOfHash() {
      Object self = this;
      try {
        return "hash " + self.hashCode();
      } catch (IllegalStateException e) {
        // frames of hidden classes are hidden, too
        return e.getStackTrace()[0].getClassName();
      }
    }
  }
}
