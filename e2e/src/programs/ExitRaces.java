import java.util.Random;

/** Several threads call System.exit at once; hooks print. */
public final class ExitRaces {

  public static void main(String[] args) throws Exception {
    Seen seen =
        Seen.threads(
            3, (index, own) -> own.add(Seen.random(args, index).nextInt()).add(System.nanoTime()));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    Runtime.getRuntime().addShutdownHook(new Thread());
                  } catch (IllegalStateException e) {
                    seen.add(e.getMessage());
                  }
                  seen.add(System.nanoTime()).print();
                }));
    for (int i = 0; i < 4; i++) {
      Random random = Seen.random(args, i);
      new Thread(
              () -> {
                for (int n = 0; n < 30; n++) {
                  Seen.stumble(random);
                }
                System.exit(5);
              })
          .start();
    }
  }
}
