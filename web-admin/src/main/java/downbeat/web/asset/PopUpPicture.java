package downbeat.web.asset;

/**
 * One picture of a pop-up.
 *
 * @param alt what is to be seen on it, for those who do not see it; 1 to 300 characters
 */
public record PopUpPicture(String alt, Form large, Form small) {

    /**
     * One size of it.
     *
     * @param hash SHA-256 of its bytes, 64 hexadecimal digits
     * @param width px
     * @param height px
     */
    public record Form(String hash, int width, int height) {

        /** Where it is served. */
        public String url() {
            return "/assets/" + hash + "." + AssetType.JPEG.extension();
        }
    }

    /** By which it is known within its pop-up. */
    public String hash() {
        return large.hash();
    }

    PopUpPicture saying(String other) {
        return new PopUpPicture(other, large, small);
    }
}
