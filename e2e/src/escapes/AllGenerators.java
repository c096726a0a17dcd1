import java.util.random.RandomGeneratorFactory;

/** Every RandomGenerator algorithm, without a seed. */
public final class AllGenerators {

  public static void main(String[] args) throws Exception {
    RandomGeneratorFactory.all()
        .map(f -> f.name())
        .sorted()
        .forEach(
            name ->
                System.out.println(
                    name + " " + RandomGeneratorFactory.of(name).create().nextLong()));
  }
}
