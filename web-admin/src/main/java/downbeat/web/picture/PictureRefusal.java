package downbeat.web.picture;

import downbeat.kernel.Refusal;

/** Why a file is not taken as a picture. */
public sealed interface PictureRefusal extends Refusal {

    @Override
    default Kind kind() {
        return Kind.INVALID;
    }

    record NotAPicture() implements PictureRefusal {
        @Override
        public String detail() {
            return "These bytes are none of the pictures that are taken here (JPEG, PNG, WebP); send one of them, whatever the file is called.";
        }
    }

    record DamagedPicture() implements PictureRefusal {
        @Override
        public String detail() {
            return "The picture is damaged or not all there; save it again, or send another one.";
        }
    }

    record TooManyPixels(long pixels, long most) implements PictureRefusal {
        private static final long MILLION = 1_000_000;

        @Override
        public String detail() {
            return "The picture has " + pixels / MILLION + " million pixels; at most " + most / MILLION
                    + " million are taken. Make it smaller first.";
        }
    }
}
