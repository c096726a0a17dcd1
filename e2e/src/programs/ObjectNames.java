import java.util.Objects;
import java.util.function.Function;

/** Identity hashes that reach a text or a number. */
public final class ObjectNames {
  private static final class Plain {}

  private enum Colour {
    RED,
    GREEN
  }

  public static void main(String[] args) throws Exception {
    Function<Object, Integer> reference = Object::hashCode;
    Function<Object, Integer> identity = System::identityHashCode;
    Seen.threads(
            3,
            (index, seen) -> {
              Seen.shiftIdentityHashes();
              for (int i = 0; i < 200; i++) {
                Object plain = new Plain();
                seen.add(plain).add(new Object()).add(new int[1]).add(Colour.GREEN.hashCode());
                seen.add(reference.apply(plain)).add(identity.apply("text" + i));
                seen.add(Objects.hash(plain, i)).add(System.identityHashCode(plain));
                synchronized (plain) {
                  seen.add(plain.hashCode());
                }
              }
              seen.add(Thread.currentThread().hashCode()).add(Plain.class.hashCode());
            })
        .print();
  }
}
