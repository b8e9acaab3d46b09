package org.cotejo.verify.time;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.cotejo.crypto.Sha256;

/** A token made here, since openssl refuses to make those that an honest authority would not. */
final class MadeToken {
    private MadeToken() {}

    static byte[] of(byte[] stamped, X509Certificate certificate, PrivateKey key, Instant time) throws Exception {
        return carrying(List.of(certificate), stamped, key, time);
    }

    /** Signed under the first of the certificates, and carrying all of them. */
    static byte[] carrying(List<X509Certificate> certificates, byte[] stamped, PrivateKey key, Instant time)
            throws Exception {
        X509Certificate certificate = certificates.getFirst();
        AlgorithmIdentifier sha256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
        TSTInfo info = new TSTInfo(
                new ASN1ObjectIdentifier("1.2.3.4.1"),
                new MessageImprint(sha256, Sha256.of(stamped).bytes()),
                new ASN1Integer(BigInteger.ONE),
                new ASN1GeneralizedTime(Date.from(time)),
                null,
                null,
                null,
                null,
                null);
        ESSCertIDv2 id =
                new ESSCertIDv2(sha256, Sha256.of(certificate.getEncoded()).bytes());
        ASN1EncodableVector signed = new ASN1EncodableVector();
        signed.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {id}))));
        signed.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(time)))));
        AttributeTable attributes = new AttributeTable(signed);
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key), certificate));
        generator.addCertificates(new JcaCertStore(certificates));
        return generator
                .generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()), true)
                .getEncoded();
    }

    /** A certificate of nobody in particular, issued by itself. */
    static X509Certificate nobody(int number, PublicKey shown, PrivateKey key) throws Exception {
        X500Name name = new X500Name("CN=nobody " + number);
        Date from = Date.from(Instant.parse("2020-01-01T00:00:00Z"));
        Date to = Date.from(Instant.parse("2100-01-01T00:00:00Z"));
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(number), from, to, name, shown)
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }
}
