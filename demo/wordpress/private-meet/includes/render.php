<?php
/**
 * The block and the shortcode: one box, the same for everybody. Its script puts the meeting in.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

/** What a page can say of its meeting; what it leaves out is as the settings have it. */
const ATTRIBUTES = array(
	'room'           => '',
	'who'            => '',
	'height'         => '',
	'layout'         => '',
	'theme'          => '',
	'microphone_off' => '',
	'camera_off'     => '',
);

/** Both ways into a page. */
function register_meeting(): void {
	add_shortcode( 'private_meet', __NAMESPACE__ . '\\render_shortcode' );
	wp_register_script( 'private-meet-block', plugins_url( 'assets/block.js', FILE ), array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' ), VERSION, true );
	wp_localize_script( 'private-meet-block', 'privateMeetBlock', block_words() );
	register_block_type(
		dirname( FILE ),
		array( 'render_callback' => __NAMESPACE__ . '\\render_block' )
	);
}
add_action( 'init', __NAMESPACE__ . '\\register_meeting' );

/** What the editor says, in the editor's language. */
function block_words(): array {
	return array(
		'title'       => __( 'Video meeting', 'private-meet' ),
		'description' => __( 'A video meeting in the page, browser to browser.', 'private-meet' ),
		'room'        => __( 'Room', 'private-meet' ),
		'roomHelp'    => __( 'Whoever has the same room is in the same meeting.', 'private-meet' ),
		'who'         => __( 'Who may join', 'private-meet' ),
		'asSet'       => __( 'As in the settings', 'private-meet' ),
		'members'     => __( 'Only who is signed in', 'private-meet' ),
		'authors'     => __( 'Only who may write here', 'private-meet' ),
		'height'      => __( 'Height in pixels', 'private-meet' ),
	);
}

/** The shortcode. */
function render_shortcode( $attributes ): string {
	$given         = shortcode_atts( ATTRIBUTES, is_array( $attributes ) ? $attributes : array(), 'private_meet' );
	$given['room'] = html_entity_decode( (string) $given['room'], ENT_QUOTES | ENT_HTML5, 'UTF-8' ); // as editors write an ampersand
	return render( $given );
}

/** The block. */
function render_block( $attributes ): string {
	$attributes = is_array( $attributes ) ? $attributes : array();
	return render(
		array_merge(
			ATTRIBUTES,
			array(
				'room'   => (string) ( $attributes['room'] ?? '' ),
				'who'    => (string) ( $attributes['who'] ?? '' ),
				'height' => (string) ( $attributes['height'] ?? '' ),
			)
		),
		get_block_wrapper_attributes( array( 'class' => 'private-meet' ) )
	);
}

/** Whether an attribute that says yes or no says yes; the settings where it says neither. */
function is_on( string $written, bool $otherwise ): bool {
	return '' === $written ? $otherwise : ! in_array( strtolower( $written ), array( 'no', 'off', 'false', '0' ), true );
}

/** The attributes of the element, which the script makes; none of them is anybody's own. */
function element_attributes( array $given ): array {
	$options    = options();
	$attributes = array(
		'room'   => $given['room'],
		'server' => $options['server'],
		'layout' => one_of( array( 'auto', 'grid', 'speaker' ), $given['layout'], $options['layout'] ),
		'theme'  => one_of( array( 'auto', 'light', 'dark' ), $given['theme'], $options['theme'] ),
		'lang'   => str_replace( '_', '-', get_locale() ),
	);
	foreach ( array( 'microphone_off', 'camera_off' ) as $name ) {
		if ( is_on( $given[ $name ], $options[ $name ] ) ) {
			$attributes[ str_replace( '_', '-', $name ) ] = '';
		}
	}
	if ( '' !== $options['ice_servers'] ) {
		$attributes['ice-servers'] = $options['ice_servers'];
	}
	return $attributes;
}

/** What is wrong for those who can put it right; nothing for all others. */
function complaint( string $words ): string {
	return current_user_can( 'edit_posts' ) ? '<p class="private-meet-complaint">' . esc_html( $words ) . '</p>' : '';
}

/** The box. */
function render( array $given, string $wrapper = 'class="private-meet"' ): string {
	$given['room'] = trim( (string) $given['room'] );
	if ( 1 !== preg_match( '/^\P{Cc}{1,128}$/u', $given['room'] ) ) {
		return complaint( __( 'The meeting needs a room of 1 to 128 characters.', 'private-meet' ) );
	}
	$options = options();
	if ( '' === $options['server'] || '' === secret() ) {
		return complaint( __( 'Meetings are not set up yet.', 'private-meet' ) );
	}
	wp_enqueue_script( 'private-meet-page' );
	wp_enqueue_style( 'private-meet' );
	$post_id = (int) get_the_ID();
	$who     = one_of( LEVELS, (string) $given['who'], 'everyone' );
	$height  = is_numeric( $given['height'] ) ? max( 200, min( 4000, (int) $given['height'] ) ) : $options['height'];
	$data    = array(
		'element' => element_attributes( $given ),
		'ticket'  => array(
			'room'      => $given['room'],
			'who'       => $who,
			'post'      => $post_id,
			'signature' => ticket_signature( $given['room'], $who, $post_id ),
		),
		'visit'   => admin_url( 'admin-ajax.php?action=private_meet_visit' ),
		'token'   => rest_url( 'private-meet/v1/token' ),
	);
	return sprintf(
		'<div %1$s style="%2$s" data-private-meet="%3$s"><noscript><p>%4$s</p></noscript><template data-for="guest">%5$s</template><template data-for="stranger">%6$s</template><template data-for="nobody">%7$s</template><template data-for="broken">%8$s</template></div>',
		$wrapper,
		esc_attr( '--private-meet-height:' . $height . 'px' ),
		esc_attr( (string) wp_json_encode( $data ) ),
		esc_html__( 'The meeting needs JavaScript.', 'private-meet' ),
		guest_form(),
		stranger_words(),
		'<p>' . esc_html__( 'You may not join this meeting.', 'private-meet' ) . '</p>',
		'<p role="alert">' . esc_html__( 'The meeting could not be opened. Reload the page to try again.', 'private-meet' ) . '</p>'
	);
}

/** What a guest is asked for. */
function guest_form(): string {
	return sprintf(
		'<form class="private-meet-guest"><label><span>%1$s</span> <input name="name" autocomplete="name" maxlength="50" required></label> <button type="submit" class="wp-element-button">%2$s</button></form>',
		esc_html__( 'Your name', 'private-meet' ),
		esc_html__( 'Go to the meeting', 'private-meet' )
	);
}

/** What is said to who has to sign in first. */
function stranger_words(): string {
	return sprintf(
		'<p>%1$s <a href="%2$s">%3$s</a></p>',
		esc_html__( 'This meeting is for members.', 'private-meet' ),
		esc_url( wp_login_url( (string) get_permalink() ) ),
		esc_html__( 'Sign in', 'private-meet' )
	);
}
