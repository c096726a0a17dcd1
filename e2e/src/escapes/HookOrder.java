/** The order of shutdown hooks. */
public final class HookOrder {

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 4; i++) {
      int id = i;
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    Crew.pause(id);
                    System.out.println("hook " + id + " " + System.nanoTime());
                  }));
    }
  }
}
