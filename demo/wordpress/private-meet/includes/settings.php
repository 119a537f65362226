<?php
/**
 * The page under Settings, by WordPress's own Settings API: it checks nonce and capability before anything is saved.
 *
 * @package Private_Meet
 */

namespace Private_Meet;

defined( 'ABSPATH' ) || exit;

const PAGE = 'private-meet';

/** Bytes below which HS256 is no good (RFC 7518, section 3.2). */
const SECRET_BYTES = 32;

/** The menu's entry. */
function add_page(): void {
	add_options_page( __( 'Private Meet', 'private-meet' ), __( 'Private Meet', 'private-meet' ), 'manage_options', PAGE, __NAMESPACE__ . '\\render_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\\add_page' );

/** What can be saved; neither is shown by REST. */
function register_options(): void {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'default'           => defaults(),
			'show_in_rest'      => false,
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize_options',
		)
	);
	register_setting(
		PAGE,
		SECRET_OPTION,
		array(
			'type'              => 'string',
			'default'           => '',
			'show_in_rest'      => false,
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize_secret',
		)
	);
	add_option( SECRET_OPTION, '', '', 'no' ); // not loaded with every page
}
add_action( 'admin_init', __NAMESPACE__ . '\\register_options' );

/** An empty field keeps the secret that there is: the form never shows it. */
function sanitize_secret( $given ): string {
	$given = is_string( $given ) ? trim( $given ) : '';
	if ( '' === $given ) {
		return (string) get_option( SECRET_OPTION, '' );
	}
	if ( strlen( $given ) < SECRET_BYTES ) {
		add_settings_error( SECRET_OPTION, 'short', __( 'The secret was not saved: it needs at least 32 characters.', 'private-meet' ) );
		return (string) get_option( SECRET_OPTION, '' );
	}
	return $given;
}

/** A row of the form. */
function row( string $id, string $label, string $control, string $help = '' ): void {
	printf(
		'<tr><th scope="row"><label for="%1$s">%2$s</label></th><td>%3$s%4$s</td></tr>',
		esc_attr( $id ),
		esc_html( $label ),
		$control, // phpcs:ignore WordPress.Security.EscapeOutput -- escaped where it is made, below
		'' === $help ? '' : '<p class="description">' . esc_html( $help ) . '</p>'
	);
}

/** A field for a line of text. */
function field( string $id, string $type = 'text', string $more = '' ): string {
	return sprintf( '<input class="regular-text" type="%1$s" id="private-meet-%2$s" name="%3$s[%2$s]" value="%4$s" %5$s>', esc_attr( $type ), esc_attr( $id ), esc_attr( OPTION ), esc_attr( (string) options()[ $id ] ), $more );
}

/** A box to tick. */
function box( string $id ): string {
	return sprintf( '<input type="checkbox" id="private-meet-%1$s" name="%2$s[%1$s]" value="1" %3$s>', esc_attr( $id ), esc_attr( OPTION ), checked( (bool) options()[ $id ], true, false ) );
}

/** A choice. */
function choice( string $id, array $labels ): string {
	$choices = '';
	foreach ( $labels as $value => $label ) {
		$choices .= sprintf( '<option value="%1$s" %2$s>%3$s</option>', esc_attr( $value ), selected( options()[ $id ], $value, false ), esc_html( $label ) );
	}
	return sprintf( '<select id="private-meet-%1$s" name="%2$s[%1$s]">%3$s</select>', esc_attr( $id ), esc_attr( OPTION ), $choices );
}

/** The field for the secret, which is written and never read. */
function secret_field(): string {
	return sprintf(
		'<input class="regular-text" type="password" id="private-meet-secret" name="%1$s" value="" autocomplete="new-password" placeholder="%2$s" %3$s>',
		esc_attr( SECRET_OPTION ),
		esc_attr( '' === secret() ? '' : __( 'Set; leave empty to keep it', 'private-meet' ) ),
		disabled( secret_is_fixed(), true, false )
	);
}

/** The page. */
function render_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change these settings.', 'private-meet' ), '', array( 'response' => 403 ) );
	}
	echo '<div class="wrap"><h1>' . esc_html__( 'Private Meet', 'private-meet' ) . '</h1><form action="' . esc_url( admin_url( 'options.php' ) ) . '" method="post">';
	settings_fields( PAGE );
	echo '<h2 class="title">' . esc_html__( 'Server', 'private-meet' ) . '</h2><table class="form-table" role="presentation">';
	row( 'private-meet-server', __( 'Server address', 'private-meet' ), field( 'server', 'url', 'placeholder="https://meet.example.com"' ), __( 'Your meeting server. It has to allow the address of this site (ALLOWED_ORIGINS).', 'private-meet' ) );
	row( 'private-meet-secret', __( 'Secret', 'private-meet' ), secret_field(), secret_is_fixed() ? __( 'It stands in wp-config.php (PRIVATE_MEET_SECRET).', 'private-meet' ) : __( 'The server’s JWT_SECRET. Safer still: define PRIVATE_MEET_SECRET in wp-config.php.', 'private-meet' ) );
	row( 'private-meet-issuer', __( 'Name of the server', 'private-meet' ), field( 'issuer' ), __( 'Its APP_NAME.', 'private-meet' ) );
	row( 'private-meet-ice_servers', __( 'STUN and TURN servers', 'private-meet' ), field( 'ice_servers' ), __( 'A list in JSON, which everybody can read; [] for none. Empty: as the element and the server have it.', 'private-meet' ) );
	row( 'private-meet-script_url', __( 'Address of private-meet.js', 'private-meet' ), field( 'script_url', 'url' ), __( 'Empty: the one in this plugin.', 'private-meet' ) );
	echo '</table><h2 class="title">' . esc_html__( 'People', 'private-meet' ) . '</h2><table class="form-table" role="presentation">';
	row(
		'private-meet-who',
		__( 'Who may join', 'private-meet' ),
		choice(
			'who',
			array(
				'everyone' => __( 'Everyone, guests by a name they give', 'private-meet' ),
				'members'  => __( 'Only who is signed in', 'private-meet' ),
				'authors'  => __( 'Only who may write here', 'private-meet' ),
			)
		),
		__( 'A page can narrow it. Turn the server’s own guests off (GUESTS=off), or they get in without this site.', 'private-meet' )
	);
	row( 'private-meet-hosts', __( 'Hosts', 'private-meet' ), box( 'hosts' ), __( 'Whoever may edit the page is a host, where the server has tools for hosts.', 'private-meet' ) );
	row( 'private-meet-minutes', __( 'Minutes that a token lasts', 'private-meet' ), field( 'minutes', 'number', 'min="1" max="1440"' ), __( 'Longer calls get fresh ones by themselves.', 'private-meet' ) );
	echo '</table><h2 class="title">' . esc_html__( 'Looks', 'private-meet' ) . '</h2><table class="form-table" role="presentation">';
	row( 'private-meet-height', __( 'Height in pixels', 'private-meet' ), field( 'height', 'number', 'min="200" max="4000"' ) );
	row(
		'private-meet-layout',
		__( 'Layout', 'private-meet' ),
		choice(
			'layout',
			array(
				'auto'    => __( 'By itself', 'private-meet' ),
				'grid'    => __( 'Everybody alike', 'private-meet' ),
				'speaker' => __( 'The speaker large', 'private-meet' ),
			)
		)
	);
	row(
		'private-meet-theme',
		__( 'Colors', 'private-meet' ),
		choice(
			'theme',
			array(
				'auto'  => __( 'By itself', 'private-meet' ),
				'light' => __( 'Light', 'private-meet' ),
				'dark'  => __( 'Dark', 'private-meet' ),
			)
		)
	);
	row( 'private-meet-microphone_off', __( 'Begin with the microphone off', 'private-meet' ), box( 'microphone_off' ) );
	row( 'private-meet-camera_off', __( 'Begin with the camera off', 'private-meet' ), box( 'camera_off' ) );
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

/** From the list of plugins to the settings. */
function settings_link( array $links ): array {
	array_unshift( $links, sprintf( '<a href="%1$s">%2$s</a>', esc_url( admin_url( 'options-general.php?page=' . PAGE ) ), esc_html__( 'Settings', 'private-meet' ) ) );
	return $links;
}
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\\settings_link' );
