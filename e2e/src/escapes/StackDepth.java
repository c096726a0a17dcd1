/** The depth at which the stack overflows. */
public final class StackDepth {

  private static int depth;

  private static void descend() {
    depth++;
    descend();
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 40; i++) {
      depth = 0;
      try {
        descend();
      } catch (StackOverflowError e) {
        System.out.println(depth);
      }
    }
  }
}
