package downbeat.web.asset;

import downbeat.kernel.Refusal;

/** Why a class takes no more assets, and a pop-up no more pictures. */
public sealed interface AssetRefusal extends Refusal {

    record TooManyAssets(int most) implements AssetRefusal {
        @Override
        public String detail() {
            return "This class has " + most + " assets, which is the most; remove one first.";
        }
    }

    record AssetsTooLarge(long most, long held, long added) implements AssetRefusal {
        private static final long MEBI = 1024L * 1024;

        @Override
        public String detail() {
            return "The assets of a class have at most " + most / MEBI + " MiB together; this class has " + held
                    + " bytes, and " + added + " more do not fit. Remove one first, or send a smaller file.";
        }
    }

    record TooManyPictures(int most) implements AssetRefusal {
        @Override
        public String detail() {
            return "This pop-up has " + most + " pictures, which is the most; remove one first.";
        }
    }
}
