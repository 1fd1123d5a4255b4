/**
 * What everybody tries first, in our four languages, which the list of what has leaked hardly knows;
 * the best known at the front.
 */
export const commonPasswords: readonly string[] = `
123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 abc123 qwerty123
1q2w3e4r 1q2w3e 1qaz2wsx qwertyuiop asdfghjkl asdfgh zxcvbnm azerty azertyuiop qazwsx 000000 654321
666666 121212 987654321 iloveyou welcome admin administrator root letmein login master monkey
football baseball basketball superman batman sunshine princess shadow michael jordan hunter trustno1
secret changeme passw0rd password1 passphrase whatever freedom starwars summer winter spring autumn
contraseña contrasena clave micontraseña secreto hola teamo teamomucho tequiero miamor futbol
estrella princesa corazon bonita amorcito gatito perrito mexico colombia argentina chile peru brasil
barcelona realmadrid bocajuniors riverplate colocolo verano primavera dios jesus jesucristo cristo
senha senha123 minhasenha segredo mudar123 amor amorzinho teamo saudade flamengo corinthians palmeiras
santos brasil123 felicidade gabriel familia deus jesuscristo estrela
motdepasse mdp secret bonjour soleil doudou loulou chouchou jetaime amour marseille nicolas
coucou chocolat liberte bienvenue
`
  .trim()
  .split(/\s+/);

/** What whoever holds this device knows of its owner already. */
export const knownWords: readonly string[] = `
enlace oas oea cicte embassy embajada embaixada ambassade ministry ministerio ministere
cancilleria chancelaria chancellerie itamaraty diplomat diplomatico diplomata diplomate
inquiry consulta incident incidente cyber ciber security seguridad seguranca securite cbm
secretaria secretariat estado state department exterior exteriores foreign affairs affaires
etrangeres relaciones relacoes relations internacional internacionais mision missao republica
`
  .trim()
  .split(/\s+/);
